"""SED4J's economies from Python: worlds in a JVM beside this process, their tensors as NumPy arrays.

    import sed4j
    with sed4j.Worlds("sed-examples/target/sed.jar", "harvest", {"economy.preset": "laptop"}, worlds=64) as worlds:
        seen = worlds.reset(seed=1)
        seen = worlds.step(numpy.zeros(worlds.action_shape, "int32"))

    env = sed4j.parallel_env("sed-examples/target/sed.jar", "harvest", {"economy.preset": "laptop"}, steps=250)
    observations, infos = env.reset(seed=1)    # PettingZoo's parallel interface; its spaces need gymnasium

Needs NumPy, a java command and the jar that `mvn package` builds, or the whole command as a list where classes of your own
are to be found, too: ["java", "-cp", "sed.jar:mine.jar", "org.sed4j.examples.Sed"]. Nothing is sent over a network.
"""

import json
import struct
import subprocess

import numpy as np

PROTOCOL = 1


class Worlds:
    """B worlds of one economy, stepped together: axes B worlds, n players. Arrays are rewritten by nobody: keep them."""

    def __init__(self, jar, economy, settings=None, worlds=1, threads=1):
        command = list(jar) if isinstance(jar, (list, tuple)) else ["java", "-jar", str(jar)]
        command += ["worlds", "--economy", economy, "--worlds", str(worlds), "--threads", str(threads)]
        for key, value in (settings or {}).items():
            command += ["--set", f"{key}={value}"]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        length = self._process.stdout.read(4)
        if len(length) < 4:
            message = self._process.communicate()[1].decode("utf-8", "replace").strip()
            raise ValueError(message or f"{command} ended without a word; is that the jar that mvn package builds?")
        self.spaces = json.loads(self._read(struct.unpack("<i", length)[0]))
        if self.spaces["protocol"] != PROTOCOL:
            self.close()
            raise ValueError(f"the jar speaks another protocol than {PROTOCOL}, which this file speaks: take both from one release.")
        n, b = self.spaces["players"], self.spaces["worlds"]
        codes, principal = self.spaces["codes"], self.spaces["principal_codes"]
        choices = sum(self.spaces["actions"]) if self.spaces["masked"] else 0
        self.design_shape = (b, len(self.spaces["design"]))
        self.action_shape = (b, n, len(self.spaces["actions"]))
        self._published = {
            "codes": ("u1", (b, n, codes["height"], codes["width"])),
            "numbers": ("<f4", (b, n, len(self.spaces["numbers"]))),
            "masks": ("u1", (b, n, choices)),
            "rewards": ("<f4", (b, n)),
            "terminated": ("u1", (b,)),
            "truncated": ("u1", (b,)),
            "due": ("u1", (b,)),
            "design": ("<f4", self.design_shape),
            "measures": ("<f4", (b, n, len(self.spaces["measures"]))),
            "gauges": ("<f4", (b, len(self.spaces["gauges"]))),
        }
        self._consulted = {
            "codes": ("u1", (b, principal["height"], principal["width"])),
            "numbers": ("<f4", (b, len(self.spaces["principal_numbers"]))),
        }

    def reset(self, seed=0):
        """New worlds from a seed: what everybody sees, a dictionary of arrays."""
        return self._ask(b"r" + struct.pack("<q", seed), self._published)

    def reset_ended(self):
        """Starts the worlds anew that were terminated or truncated."""
        return self._ask(b"e", self._published)

    def step(self, actions):
        """Plays joint actions [B, n, heads]: what follows, rewards, measures and gauges among it."""
        return self._ask(b"s" + self._actions(actions), self._published)

    def enact(self, designs):
        """Puts designs [B, k] in force in every world, at a round's boundary."""
        return self._ask(b"d" + self._array(designs, "<f4", self.design_shape, "designs"), self._published)

    def consult(self, actions):
        """What the principal of the due worlds sees before this step is played: codes and numbers."""
        return self._ask(b"c" + self._actions(actions), self._consulted)

    def enact_where_due(self, designs):
        """Puts designs [B, k] in force in the due worlds, after consult and before step."""
        return self._ask(b"w" + self._array(designs, "<f4", self.design_shape, "designs"), self._published)

    def close(self):
        """Ends the JVM."""
        if self._process.poll() is None:
            self._process.stdin.close()
            self._process.wait()
        self._process.stdout.close()
        self._process.stderr.close()

    def __enter__(self):
        return self

    def __exit__(self, *failure):
        self.close()

    def _actions(self, actions):
        return self._array(actions, "<i4", self.action_shape, "actions")

    @staticmethod
    def _array(values, kind, shape, name):
        array = np.ascontiguousarray(values, kind)
        if array.size != int(np.prod(shape)):
            raise ValueError(f"{name} have shape {array.shape}, and must have {shape}.")
        return array.tobytes()

    def _read(self, length):
        data = self._process.stdout.read(length)
        if len(data) < length:
            raise RuntimeError("The JVM ended: " + self._process.stderr.read().decode("utf-8", "replace").strip())
        return data

    def _ask(self, question, layout):
        self._process.stdin.write(question)
        self._process.stdin.flush()
        if self._read(1) != b"\0":
            raise ValueError(self._read(struct.unpack("<i", self._read(4))[0]).decode("utf-8"))
        arrays = {}
        for name, (kind, shape) in layout.items():
            length = int(np.prod(shape)) * np.dtype(kind).itemsize
            arrays[name] = np.frombuffer(self._read(length), kind).reshape(shape)
        return arrays


def parallel_env(jar, economy, settings=None, steps=1000, design=None):
    """One world by PettingZoo's parallel interface; an episode is cut off after so many steps, under one design if given."""
    from gymnasium import spaces as gym
    from pettingzoo import ParallelEnv

    class Economy(ParallelEnv):
        metadata = {"name": economy, "render_modes": []}
        render_mode = None

        def __init__(self):
            self._worlds = Worlds(jar, economy, settings)
            shape = self._worlds.spaces
            self.possible_agents = [f"player_{i}" for i in range(shape["players"])]
            self.agents = []
            codes = shape["codes"]
            seen = {"numbers": gym.Box(-np.inf, np.inf, (len(shape["numbers"]),), np.float32)}
            if codes["height"]:
                seen["codes"] = gym.Box(0, codes["kinds"] - 1, (codes["height"], codes["width"]), np.uint8)
            heads = shape["actions"]
            if shape["masked"]:
                masks = [gym.MultiBinary(choices) for choices in heads]
                seen["action_mask"] = masks[0] if len(heads) == 1 else gym.Tuple(masks)
            self._actions = {a: gym.Discrete(heads[0]) if len(heads) == 1 else gym.MultiDiscrete(heads) for a in self.possible_agents}
            self._seen = {a: gym.Dict(seen) for a in self.possible_agents}

        def observation_space(self, agent):
            return self._seen[agent]

        def action_space(self, agent):
            return self._actions[agent]

        def reset(self, seed=None, options=None):
            self.agents = list(self.possible_agents)
            self._time = 0
            now = self._worlds.reset(np.random.SeedSequence().entropy % 2**62 if seed is None else seed)
            now = now if design is None else self._worlds.enact(design)
            return self._observed(now), {a: {} for a in self.agents}

        def step(self, actions):
            joint = np.zeros(self._worlds.action_shape, "<i4")
            for i, agent in enumerate(self.possible_agents):
                joint[0, i] = actions[agent]
            now = self._worlds.step(joint)
            self._time += 1
            over, cut = bool(now["terminated"][0]), bool(now["truncated"][0]) or self._time >= steps
            infos = {a: dict(zip(self._worlds.spaces["measures"], now["measures"][0, i])) for i, a in enumerate(self.agents)}
            rewards = {a: float(now["rewards"][0, i]) for i, a in enumerate(self.agents)}
            ended = {a: over for a in self.agents}, {a: cut and not over for a in self.agents}
            observations = self._observed(now)
            self.agents = [] if over or cut else self.agents
            return observations, rewards, *ended, infos

        def close(self):
            self._worlds.close()

        def _observed(self, now):
            observed = {}
            for i, agent in enumerate(self.possible_agents):
                seen = {"numbers": now["numbers"][0, i]}
                if "codes" in self._seen[agent].spaces:
                    seen["codes"] = now["codes"][0, i]
                if now["masks"].size:
                    masks = np.split(now["masks"][0, i].astype("i1"), np.cumsum(self._worlds.spaces["actions"])[:-1])
                    seen["action_mask"] = masks[0] if len(masks) == 1 else tuple(masks)
                observed[agent] = seen
            return observed

    return Economy()
