package org.sed4j.core.stackelberg.file;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.sed4j.core.run.Shown;
import org.sed4j.core.run.TextFile;
import org.sed4j.core.stackelberg.BayesianGame;
import org.sed4j.core.stackelberg.Distribution;
import org.sed4j.core.stackelberg.InducedGame;
import org.sed4j.core.stackelberg.Profiles;
import org.sed4j.core.stackelberg.StackelbergGame;

/**
 * A Stackelberg game in a file: written by hand as JSON, which docs/game-file.md describes with examples, or one of Gambit's
 * strategic games (.nfg).
 *
 * <p>Payoffs are nested lists: by leader action; then, if any follower has types, by each follower's type; then by each
 * follower's action.
 */
public final class GameFile {
    private static final List<String> MEMBERS = List.of("leader", "followers", "prior", "payoffs", "about");
    private static final List<String> OF_FOLLOWER = List.of("actions", "types");
    private static final List<String> OF_PAYOFFS = List.of("leader", "followers");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // so that NaN can be refused by its place
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<String> leader;
    private final List<List<String>> actions = new ArrayList<>();
    private final List<List<String>> types = new ArrayList<>();
    private final boolean typed;

    private GameFile(JsonNode root) {
        Fields.members(root, "", MEMBERS);
        leader = Fields.texts(Fields.member(root, "leader"), "leader");
        JsonNode followers = Fields.member(root, "followers");
        Fields.check(
                followers.isArray() && !followers.isEmpty(), "followers", followers, "must be a list of at least one");
        boolean any = false;
        for (int i = 0; i < followers.size(); i++) {
            String path = "followers[" + i + "]";
            JsonNode follower = followers.get(i);
            Fields.check(follower.isObject(), path, follower, "must be an object with \"actions\"");
            Fields.members(follower, path + ".", OF_FOLLOWER);
            actions.add(Fields.texts(Fields.member(follower, "actions"), path + ".actions"));
            any |= follower.has("types");
            types.add(follower.has("types") ? Fields.typeNames(follower.get("types"), path + ".types") : List.of("-"));
        }
        typed = any;
    }

    /**
     * The game in a file.
     *
     * @throws IllegalArgumentException naming the entry, or the line and column, that is wrong
     * @throws IOException if it cannot be read
     */
    public static StackelbergGame read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "game file (" + Shown.of(file) + ") must be a file that exists.\nMaybe the folder is another one.");
        }
        String name = Shown.of(file.getFileName());
        String text = TextFile.read(file, TextFile.most());
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".nfg") ? NfgReader.parse(text) : parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("In " + name + ": " + e.getMessage(), e);
        }
    }

    /** The game in a text. */
    public static StackelbergGame parse(String text) {
        JsonNode root;
        try {
            root = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation(); // none where a limit of the parser is passed, such as its depth
            throw new IllegalArgumentException(
                    "the file is not JSON: " + Shown.of(e.getOriginalMessage())
                            + (place == null ? "" : " (line " + place.getLineNr() + ")")
                            + ".\nMaybe a comma or a bracket is missing.",
                    e);
        }
        Fields.check(root.isObject(), "the file", root.getNodeType(), "must hold one JSON object");
        return new GameFile(root).game(root);
    }

    private StackelbergGame game(JsonNode root) {
        JsonNode payoffs = Fields.member(root, "payoffs");
        Fields.check(
                payoffs.isObject(),
                "payoffs",
                payoffs.getNodeType(),
                "must be an object with \"leader\" and \"followers\"");
        Fields.members(payoffs, "payoffs.", OF_PAYOFFS);
        JsonNode own = Fields.member(payoffs, "followers", "payoffs.followers");
        Fields.check(
                own.isArray() && own.size() == actions.size(),
                "payoffs.followers",
                own.size(),
                "must be a list of " + actions.size() + ", one for each follower");
        Profiles typeProfiles = profiles(types);
        Profiles profiles = profiles(actions);
        double[][][] leads =
                tensor(Fields.member(payoffs, "leader", "payoffs.leader"), "payoffs.leader", typeProfiles, profiles);
        double[][][][] follows = new double[actions.size()][][][];
        for (int i = 0; i < follows.length; i++) {
            follows[i] = tensor(own.get(i), "payoffs.followers[" + i + "]", typeProfiles, profiles);
        }
        Distribution prior = prior(root, typeProfiles);
        List<InducedGame> induced = new ArrayList<>();
        for (int l = 0; l < leader.size(); l++) {
            double[][][] followers = new double[actions.size()][][];
            for (int i = 0; i < follows.length; i++) {
                followers[i] = follows[i][l];
            }
            induced.add(InducedGame.of(BayesianGame.of(types, prior, actions, followers), leads[l]));
        }
        return StackelbergGame.of(leader, induced);
    }

    private static Profiles profiles(List<List<String>> lists) {
        return Profiles.of(lists.stream().mapToInt(List::size).toArray());
    }

    /** [leader actions][type profiles][profiles]. */
    private double[][][] tensor(JsonNode node, String path, Profiles typeProfiles, Profiles profiles) {
        List<Integer> axes = new ArrayList<>(List.of(leader.size()));
        if (typed) {
            types.forEach(own -> axes.add(own.size()));
        }
        actions.forEach(own -> axes.add(own.size()));
        List<Double> flat = new ArrayList<>();
        flatten(node, path, axes, 0, flat);
        double[][][] tensor = new double[leader.size()][typeProfiles.count()][profiles.count()];
        int next = 0;
        for (double[][] plane : tensor) {
            for (double[] row : plane) {
                for (int a = 0; a < row.length; a++) {
                    row[a] = flat.get(next++);
                }
            }
        }
        return tensor;
    }

    private static void flatten(JsonNode node, String path, List<Integer> axes, int axis, List<Double> flat) {
        if (axis == axes.size()) {
            Fields.check(node.isNumber(), path, node, "must be a number");
            Fields.check(Double.isFinite(node.doubleValue()), path, node, "must be a finite number");
            flat.add(node.doubleValue());
            return;
        }
        Fields.check(
                node.isArray() && node.size() == axes.get(axis),
                path,
                node.isArray() ? node.size() + " entries" : node,
                "must be a list of " + axes.get(axis));
        for (int j = 0; j < node.size(); j++) {
            flatten(node.get(j), path + "[" + j + "]", axes, axis + 1, flat);
        }
    }

    private Distribution prior(JsonNode root, Profiles typeProfiles) {
        JsonNode prior = root.path("prior");
        if (prior.isMissingNode() || (prior.isTextual() && prior.textValue().equals("uniform"))) {
            return Distribution.uniform(typeProfiles.count());
        }
        Fields.check(prior.isObject(), "prior", prior, "must be \"uniform\" or an object from types to probabilities");
        double[] probabilities = new double[typeProfiles.count()];
        Set<Integer> given = new HashSet<>();
        for (Map.Entry<String, JsonNode> entry : prior.properties()) {
            String path = "prior[\"" + entry.getKey() + "\"]";
            Fields.check(entry.getValue().isNumber(), path, entry.getValue(), "must be a number");
            int profile = typeProfile(entry.getKey(), typeProfiles);
            Fields.check(given.add(profile), path, entry.getValue(), "must not be given twice");
            probabilities[profile] = entry.getValue().doubleValue();
        }
        for (int t = 0; t < probabilities.length; t++) {
            Fields.check(
                    probabilities[t] >= 0 && probabilities[t] <= 1,
                    "prior of type profile " + Arrays.toString(typeProfiles.at(t)),
                    probabilities[t],
                    "must lie in [0, 1]");
        }
        return Distribution.of(probabilities);
    }

    private int typeProfile(String key, Profiles typeProfiles) {
        String[] names = key.split(",", -1);
        Fields.check(
                names.length == types.size(),
                "prior",
                key,
                "must name one type for each follower, with commas between");
        int profile = 0;
        for (int i = 0; i < names.length; i++) {
            int type = types.get(i).indexOf(names[i].strip());
            Fields.check(
                    type >= 0,
                    "type of follower " + i + " in the prior",
                    names[i].strip(),
                    "must be one of " + types.get(i));
            profile = typeProfiles.with(profile, i, type);
        }
        return profile;
    }
}
