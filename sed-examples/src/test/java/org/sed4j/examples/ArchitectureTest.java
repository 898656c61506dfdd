package org.sed4j.examples;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The walls of the house between its modules; sed-core holds its own inside. */
class ArchitectureTest {
    private static final String HOUSE = "org.sed4j";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated")) // written by JMH, not by us
            .importPackages(HOUSE);

    @ParameterizedTest
    @CsvSource({"voting, envs", "voting, rl", "envs, voting", "envs, rl", "rl, voting", "rl, envs"})
    void sisters_neverImportEachOther(String one, String other) {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + "." + one + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + "." + other + "..")
                .check(CLASSES);
    }

    @Test
    void nothingImportsTheExamples() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + ".core..", HOUSE + ".voting..", HOUSE + ".envs..", HOUSE + ".rl..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".examples..")
                .check(CLASSES);
    }

    @Test
    void voting_knowsNoTensor() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".voting..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..", HOUSE + ".core.pomg..")
                .check(CLASSES);
    }

    @Test
    void worlds_areWrittenWithoutTensors() {
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".envs..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.nd4j..", "org.bytedeco..")
                .check(CLASSES);
    }

    /** What works under the economies is nobody else's affair, and their checks are for tests and benchmarks. */
    @Test
    void engineIsInternal_andChecksAreForTests() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(HOUSE + ".core.pomg.engine..", HOUSE + ".core.pomg.state..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + ".core..", HOUSE + ".examples.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(HOUSE + ".core.pomg.conformance..")
                .check(CLASSES);
    }

    @Test
    void networksAlone_knowDeepLearning4j() {
        noClasses()
                .that()
                .resideInAnyPackage(HOUSE + ".core..", HOUSE + ".envs..", HOUSE + ".voting..")
                .or()
                .resideInAnyPackage(HOUSE + ".rl.rollout..", HOUSE + ".rl.ppo..", HOUSE + ".rl.principal..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.deeplearning4j..")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({"voting", "envs", "rl"})
    void rooms_formNoCycle(String module) {
        slices().matching(HOUSE + "." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void library_neverPrints_andChanceIsAnArgument() {
        JavaClasses library = CLASSES.that(com.tngtech.archunit.base.DescribedPredicate.describe(
                "are the library's", type -> !type.getPackageName().startsWith(HOUSE + ".examples")));
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(library);
        noClasses()
                .should()
                .callMethod(Math.class, "random")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Random.class)
                .check(library);
    }

    @Test
    void everyPackage_isNullMarked() {
        for (JavaPackage room : CLASSES.getPackage(HOUSE).getSubpackagesInTree()) {
            if (!room.getClasses().isEmpty()) {
                assertThat(room.isAnnotatedWith(NullMarked.class))
                        .as(room.getName())
                        .isTrue();
            }
        }
    }
}
