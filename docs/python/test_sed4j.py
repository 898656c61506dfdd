"""Run as: python3 test_sed4j.py COMMAND...  where COMMAND starts sed; prints the total of rewards of some fixed play."""

import sys

import numpy as np
import sed4j

command = sys.argv[1:]
with sed4j.Worlds(command, "harvest", {"economy.preset": "laptop"}, worlds=3) as worlds:
    assert worlds.spaces["players"] == 4 and worlds.action_shape == (3, 4, 1)
    first = worlds.reset(seed=7)
    again = worlds.reset(seed=7)
    assert all((first[name] == again[name]).all() for name in first)
    assert (worlds.reset(seed=8)["codes"] != first["codes"]).any()
    seen = worlds.reset(seed=7)
    total = 0.0
    asked = 0
    for step in range(60):
        actions = (np.arange(12).reshape(worlds.action_shape) + step) % 7
        if seen["due"].any():
            asked += 1
            assert worlds.consult(actions)["codes"].any()
            worlds.enact_where_due(np.full(worlds.design_shape, 0.5))
        seen = worlds.step(actions)
        total += float(seen["rewards"].sum(dtype="f8"))
    assert asked == 2, asked
    for wrong, said in ((np.full(worlds.action_shape, 9), "Action 9"), (np.zeros(5), "must have")):
        try:
            worlds.step(wrong)
            raise AssertionError("was not refused")
        except ValueError as refused:
            assert said in str(refused), refused
    print(f"{total:.6f}")
try:
    sed4j.Worlds(command, "harvst")
    raise AssertionError("was not refused")
except ValueError as refused:
    assert "Maybe you meant harvest" in str(refused), refused
