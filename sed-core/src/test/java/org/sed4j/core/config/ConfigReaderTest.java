package org.sed4j.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigReaderTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("world", "Where.");
        sections.put("run", "How long.");
        return Schema.of(
                "test",
                sections,
                List.of(
                        Key.whole("world.players", 7).from(1).means("players").source("paper"),
                        Key.number("world.rate", 0.25).from(0).to(1).means("a rate"),
                        Key.number("world.delta", Double.POSITIVE_INFINITY)
                                .above(0)
                                .means("a bound"),
                        Key.choice("world.map", "open", "closed").means("a map"),
                        Key.text("world.note", "on").means("a remark"),
                        Key.numbers("world.cuts", 0, 10.5).from(0).means("cut points"),
                        Key.wholes("run.hidden", 64, 64).from(1).means("units"),
                        Key.flag("run.replay", true).means("whether to film")),
                List.of(config -> {
                    if (config.integers("run.hidden").length > 2) {
                        throw config.refused("run.hidden", "have at most two layers", "it was meant for another net");
                    }
                }));
    }

    private static Config read(String yaml) {
        return ConfigReader.of(SCHEMA).yaml(yaml, "my.yaml").config();
    }

    @Test
    void layers_laterOverEarlier_giveTheEffectiveValues() {
        Config config = ConfigReader.of(SCHEMA)
                .yaml("world:\n  players: 9\n  rate: 0.5\n", "preset")
                .yaml("# mine\nworld:\n  players: 11\n  cuts: [1, 2, 3]\nrun:\n", "my.yaml")
                .set("run.hidden=32,16", "--set")
                .set("world.map=closed", "--set")
                .set("run.replay=false", "--set")
                .config();
        assertThat(config.integer("world.players")).isEqualTo(11);
        assertThat(config.number("world.rate")).isEqualTo(0.5);
        assertThat(config.number("world.delta")).isInfinite();
        assertThat(config.numbers("world.cuts")).containsExactly(1, 2, 3);
        assertThat(config.integers("run.hidden")).containsExactly(32, 16);
        assertThat(config.text("world.map")).isEqualTo("closed");
        assertThat(config.flag("run.replay")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing\n", "world:\n", "---\nworld:\n  players: 7\n"})
    void yaml_thatSaysNothingNew_leavesTheDefaults(String yaml) {
        assertThat(read(yaml)).isEqualTo(SCHEMA.initial());
    }

    @Test
    void config_writtenAsYaml_readsBackAsItself() {
        Config config = read("world:\n  delta: 1e-9\n  rate: 0.1\n  note: 'it''s: \"7\" # \\n'\n  cuts: []\n")
                .with("run.hidden", "[8]");
        Config back = read(config.yaml());
        assertThat(back).isEqualTo(config);
        assertThat(back.yaml()).isEqualTo(config.yaml());
        assertThat(back.digest())
                .isEqualTo(config.digest())
                .hasSize(64)
                .isNotEqualTo(SCHEMA.initial().digest());
        assertThat(config.yaml()).contains("# players; at least 1 [paper]\n  players: 7\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world.plyers|world.players",
                "players|world.players",
                "run.hiden|run.hidden",
                "world.hidden|run.hidden"
            })
    void key_unknown_isRefusedWithTheNearest(String wrong, String nearest) {
        assertThatThrownBy(() -> ConfigReader.of(SCHEMA).set(wrong + "=3", "--set"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("key (" + wrong + ") of --set must be one of the keys of test")
                .hasMessageEndingWith("\nMaybe you meant " + nearest + ".");
    }

    @Test
    void key_unknownInAFile_isRefusedWithItsLine() {
        assertThatThrownBy(() -> read("world:\n  players: 7\n  mapp: open\n"))
                .hasMessage("key (world.mapp) in my.yaml, line 3, must be one of the keys of test."
                        + "\nMaybe you meant world.map.");
    }

    @Test
    void section_unknown_isRefusedWithTheNearest() {
        assertThatThrownBy(() -> read("wrld:\n  players: 7\n"))
                .hasMessage("section (wrld) in my.yaml, line 1, must be one of world, run.\nMaybe you meant world.");
        assertThatThrownBy(() -> read("world: 7\n"))
                .hasMessageContaining("section (world)")
                .hasMessageContaining("hold");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "world.players|0|must be at least 1|left at zero",
                "world.players|-3|must be at least 1|sign",
                "world.players|2.5|must be at least 1|another word",
                "world.players|seven|must be at least 1|another word",
                "world.players|[7]|must be a whole number|brackets",
                "world.rate|1.3|must be in [0, 1]|1.3 % is 0.013.",
                "world.rate|300|must be in [0, 1]|a unit is off",
                "world.rate|-0.1|must be in [0, 1]|sign",
                "world.rate|NaN|must be in [0, 1]|another word",
                "world.rate|30%|must be in [0, 1]|another word",
                "world.rate|0x1p-3|must be in [0, 1]|another word",
                "world.delta|0|must be greater than 0|left at zero",
                "world.delta|-2|must be greater than 0|sign",
                "world.map|opne|must be one of open, closed|you meant open",
                "world.cuts|[0, -1]|must be a list of numbers, such as [0, 0.5], each at least 0|sign",
                "run.hidden|[64, 0]|each at least 1|left at zero",
                "run.replay|yes|must be true or false|another word"
            })
    void value_notAllowed_isRefusedWithNameValueRuleAndCause(String path, String value, String rule, String cause) {
        assertThatThrownBy(() -> ConfigReader.of(SCHEMA).set(path + "=" + value, "--set"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(path + " (" + value + ") of --set must ")
                .hasMessageContaining(rule)
                .hasMessageContaining("\nMaybe ")
                .hasMessageContaining(cause);
    }

    @Test
    void value_notAllowedInAFile_isRefusedWithItsLine() {
        assertThatThrownBy(() -> read("world:\n  map: open\n\n  players: 0\n"))
                .hasMessageStartingWith("world.players (0) in my.yaml, line 4, must be at least 1.\nMaybe ");
    }

    @Test
    void key_givenTwice_isRefused() {
        assertThatThrownBy(() -> read("world:\n  players: 7\n  players: 8\n"))
                .hasMessageContaining("in my.yaml, line 3,")
                .hasMessageContaining("line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"world:\n  players:\n", "world:\n  players:\n    a: 1\n", "world:\n  cuts:\n    - [1]\n"})
    void value_missingOrNested_isRefused(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("world.")
                .hasMessageContaining("\nMaybe ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"players 7", "- 1\n- 2\n", "world:\n\tplayers: 7\n", "world: {players: 7", "a: 1\n---\nb: 2\n"})
    void yaml_thatIsNone_isRefusedWithItsName(String yaml) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("my.yaml")
                .hasMessageContaining("\nMaybe ");
    }

    @Test
    void rule_joiningKeys_isCheckedWhenAllLayersAreOn() {
        ConfigReader reader = ConfigReader.of(SCHEMA).set("run.hidden=1,2,3", "--set");
        assertThatThrownBy(reader::config)
                .hasMessage(
                        "run.hidden ([1, 2, 3]) must have at most two layers.\nMaybe it was meant for another net.");
        assertThat(reader.set("run.hidden=1,2", "--set").config().integers("run.hidden"))
                .hasSize(2);
    }

    @Test
    void assignment_withoutEquals_isRefused() {
        assertThatThrownBy(() -> ConfigReader.of(SCHEMA).set("world.players", "--set"))
                .hasMessageStartingWith("--set (world.players) must be key=value");
    }

    @Test
    void accessor_ofAnotherKind_isRefused() {
        assertThatThrownBy(() -> SCHEMA.initial().number("world.players")).hasMessageContaining("a whole number");
        assertThatThrownBy(() -> SCHEMA.initial().number("world.player")).hasMessageContaining("world.players");
    }

    private static void refusedOf(String assignment, String... says) {
        assertThatThrownBy(
                        () -> ConfigReader.of(SCHEMA).set(assignment, "--set").config())
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(says).hasSizeLessThan(1000));
    }

    /** S5: as long as a command line may be, and longer. */
    @Test
    void lists_ofAnyLength_areRead() {
        String numbers = "1," + "2,".repeat(200_000) + "3";
        Config config =
                ConfigReader.of(SCHEMA).set("world.cuts=" + numbers, "--set").config();
        assertThat(config.numbers("world.cuts"))
                .hasSize(200_002)
                .startsWith(1, 2)
                .endsWith(2, 3);
        refusedOf("world.players=" + numbers, "world.players (", "brackets are missing");
        refusedOf("world.map=" + "x".repeat(100_000), "world.map (", "must be one of open, closed");
        refusedOf("x".repeat(100_000) + "=1", "key (", "must be one of the keys");
    }

    /** S8: what is counted fits an int, and the message names the key. */
    @Test
    void counts_beyondAnInt_areRefusedByTheirKey() {
        refusedOf("world.players=2147483648", "world.players (2147483648)", "at most 2147483647");
        refusedOf("run.hidden=[1, 4294967296]", "run.hidden ([1, 4294967296])", "at most 2147483647");
        refusedOf("world.players=99999999999999999999", "world.players (99999999999999999999)");
    }

    /** S9: numbers that no computation survives, and digits that are not digits everywhere. */
    @Test
    void numbers_beyondUse_areRefusedWithTheLikelyCause() {
        refusedOf("world.cuts=[0, 1e308]", "world.cuts ([0, 1e308])", "at most 1.0E30 in size", "the exponent is off");
        refusedOf("world.cuts=[0, 1e400]", "it is larger than any number");
        refusedOf("world.delta=1e308", "world.delta (1e308)", "the exponent is off");
        refusedOf("world.cuts=[.inf]", "and finite");
        refusedOf("world.players=１２", "its digits are of another script: type 0 to 9");
        refusedOf("world.rate=０", "its digits are of another script: type 0 to 9");
        assertThat(ConfigReader.of(SCHEMA)
                        .set("world.delta=.inf", "--set")
                        .config()
                        .number("world.delta"))
                .isInfinite();
    }

    /** S4: what steers a terminal is shown, never sent; the written configuration reads back as itself. */
    @Test
    void texts_thatSteerATerminal_areEscaped() {
        String text = "a\u001b[31mb\u202ec\u2028d";
        refusedOf("world.map=" + text, "world.map (a\\u001B[31mb\\u202Ec\\u2028d)");
        Config config =
                ConfigReader.of(SCHEMA).set("world.note=" + text, "--set").config();
        assertThat(config.yaml().chars().filter(c -> c != '\n')).noneMatch(c -> c < 32 || c == 0x202e || c == 0x2028);
        assertThat(read(config.yaml()).text("world.note")).isEqualTo(text);
    }
}
