package org.sed4j.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house, as far as sed-core goes. */
class ArchitectureTest {
    private static final String HOUSE = "org.sed4j.core";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);

    @Test
    void roomsOfTheory_knowNoTensor() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        HOUSE + ".game..", HOUSE + ".welfare..", HOUSE + ".stackelberg..", HOUSE + ".mechanism..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", "org.deeplearning4j..", HOUSE + ".pomg..")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void core_knowsNoOtherModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.deeplearning4j..",
                        "org.sed4j.voting..",
                        "org.sed4j.envs..",
                        "org.sed4j.rl..",
                        "org.sed4j.examples..")
                .check(CLASSES);
    }

    @Test
    void rooms_formNoCycle() {
        slices().matching(HOUSE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    /** Users program against pomg; the engine under it has one door, and only the maker of batches goes through. */
    @Test
    void engine_hasOneDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".pomg.engine..")
                .and()
                .doNotHaveSimpleName("Worlds")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".pomg.engine..")
                .check(CLASSES);
        classes()
                .that()
                .resideInAPackage(HOUSE + ".pomg.engine")
                .and()
                .areTopLevelClasses()
                .and()
                .arePublic()
                .should()
                .haveSimpleName("Order")
                .check(CLASSES);
    }

    /** How fields are read is the affair of the engine, the translation and the checks. */
    @Test
    void state_isInternal() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        HOUSE + ".pomg.state..", HOUSE + ".pomg.engine..", HOUSE + ".pomg.conformance..")
                .and()
                .doNotHaveSimpleName("Translations")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".pomg.state..")
                .check(CLASSES);
    }

    /** Checks are for tests: nothing that runs needs them, and they judge an economy by what users see of it. */
    @Test
    void conformance_isNeededByNobody_andKnowsNoEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".pomg.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".pomg.conformance..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".pomg.conformance..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".pomg.engine..")
                .check(CLASSES);
    }

    @Test
    void run_knowsNoTheory() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".run..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + ".game..", HOUSE + ".pomg..", HOUSE + ".report..", "com.fasterxml..")
                .check(CLASSES);
    }

    /** A report is of tables and labels, a configuration of keys: neither knows an economy, a tensor or a drawing library. */
    @Test
    void reportsAndConfigurations_knowNoTheoryAndNoTensor() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + ".report..", HOUSE + ".config..", HOUSE + ".picture..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.nd4j..",
                        "org.bytedeco..",
                        HOUSE + ".pomg..",
                        HOUSE + ".welfare..",
                        HOUSE + ".stackelberg..",
                        HOUSE + ".mechanism..")
                .check(CLASSES);
    }

    /** Command lines, drawing, benchmarks and clusters are the examples' affair. */
    @Test
    void core_bringsNoLauncher() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "picocli..",
                        "org.knowm..",
                        "me.tongfei..",
                        "org.openjdk.jmh..",
                        "org.apache.spark..",
                        "java.awt..")
                .check(CLASSES);
    }

    @Test
    void everyPackage_isNullMarked() {
        int packages = 0;
        for (JavaPackage room : CLASSES.getPackage(HOUSE).getSubpackagesInTree()) {
            assertThat(room.isAnnotatedWith(NullMarked.class))
                    .as(room.getName())
                    .isTrue();
            packages++;
        }
        assertThat(packages).isGreaterThanOrEqualTo(3);
    }

    @Test
    void library_neverPrints() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }

    @Test
    void chance_isAnArgument() {
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .check(CLASSES);
    }

    @Test
    void names_sayWhatThingsAre() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Base")
                .andShould()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .check(CLASSES);
    }
}
