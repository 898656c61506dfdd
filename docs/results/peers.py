"""Env steps/s of SocialJax's open Harvest: seven players, random actions drawn where it runs, everything observed, worlds that
end reset. Usage: python peers.py [BATCH ...]; needs SocialJax and a JAX for the device."""
import sys
import time

import jax
import jax.numpy as jnp
import socialjax

STEPS = 50
PLAYERS = 7
ACTIONS = 8


def runner(env, batch):
    def step(carry, _):
        key, state = carry
        key, draw, chance = jax.random.split(key, 3)
        actions = jax.random.randint(draw, (batch, PLAYERS), 0, ACTIONS)
        shown, state, rewards, _, _ = jax.vmap(env.step)(jax.random.split(chance, batch), state, actions)
        seen = sum(jnp.sum(leaf.astype(jnp.float32)) for leaf in jax.tree_util.tree_leaves((shown, rewards)))
        return (key, state), seen  # the sum keeps observations from being left out

    return jax.jit(lambda key, state: jax.lax.scan(step, (key, state), None, STEPS))


def main(batches):
    env = socialjax.make("harvest_common_open", num_agents=PLAYERS)
    for batch in batches:
        key = jax.random.PRNGKey(1)
        _, state = jax.jit(jax.vmap(env.reset))(jax.random.split(key, batch))
        run = runner(env, batch)
        jax.block_until_ready(run(key, state))
        times = []
        for _ in range(5):
            begun = time.perf_counter()
            jax.block_until_ready(run(key, state))
            times.append(time.perf_counter() - begun)
        best = batch * STEPS / sorted(times)[2]
        print(f"batch {batch:7d}  {best:12,.0f} env steps/s  {PLAYERS * best:14,.0f} agent steps/s  on {jax.devices()[0]}")


main([int(each) for each in sys.argv[1:]] or [64, 1024])
