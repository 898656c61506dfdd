import org.sed4j.core.pomg.Spaces
import org.sed4j.core.pomg.View
import org.sed4j.core.pomg.World
import org.sed4j.core.run.Rng

/**
 * A pond that grows; a catch costs by mood. The class files beside it were made by kotlinc 2.1.0 (-jvm-target 17), with the checks of
 * parameters that it puts in by itself.
 */
class Fishery : World {
    enum class Mood { CALM, CROSS }

    private val spaces = Spaces.players(3).actions(4).numbers("pond").build()
    private val caught = IntArray(3)
    private var pond = 0
    private var mood = 0
    private val moods = java.util.List.of(Mood.CALM, Mood.CROSS)

    override fun spaces(): Spaces = spaces

    override fun reset(rng: Rng) {
        pond = 20 + rng.below(10)
        caught.fill(0)
    }

    override fun step(actions: IntArray, design: FloatArray, rng: Rng, rewards: FloatArray) {
        for (i in actions.indices) {
            val take = minOf(actions[i], pond)
            pond -= take
            caught[i] += take
            rewards[i] = take - when (moods[mood]) {
                Mood.CALM -> 0.25f
                Mood.CROSS -> 0.5f * i
            }
        }
        pond = (pond + pond / 3 + rng.below(2)).coerceIn(0, 60)
        mood = if (pond < 10) 1 else 0
    }

    override fun observe(player: Int, design: FloatArray, out: View) {
        out.numbers[0] = pond.toFloat()
    }
}
