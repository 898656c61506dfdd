package org.sed4j.core.pomg.engine;

import org.nd4j.linalg.api.concurrency.AffinityManager;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.sed4j.core.pomg.ByteTensor;
import org.sed4j.core.pomg.FloatTensor;
import org.sed4j.core.pomg.Tensors;

/**
 * The one place that knows that ND4J's arrays may live on a device too: with its CUDA backend, what the engine writes to host
 * memory has to be announced, and what others wrote on the device to be brought. With the CPU backend nothing is to be done.
 */
final class HostSide {
    private static final boolean DEVICE =
            !Nd4j.getBackend().getClass().getSimpleName().startsWith("Cpu");

    private HostSide() {}

    /** The host's memory of this array was written. */
    static void wrote(INDArray array) {
        if (DEVICE && !array.isEmpty()) {
            Nd4j.getAffinityManager().tagLocation(array, AffinityManager.Location.HOST);
        }
    }

    /** The host's memory of this array is about to be read. */
    static void reads(INDArray array) {
        if (DEVICE && !array.isEmpty()) {
            Nd4j.getAffinityManager().ensureLocation(array, AffinityManager.Location.HOST);
        }
    }

    /** Everything that is published was written. */
    static void wrote(Tensors now) {
        if (DEVICE) {
            for (ByteTensor each : new ByteTensor[] {
                now.codes(),
                now.masks(),
                now.terminated(),
                now.truncated(),
                now.ended(),
                now.due(),
                now.principalCodes()
            }) {
                wrote(each.array());
            }
            for (FloatTensor each : new FloatTensor[] {
                now.numbers(),
                now.rewards(),
                now.principalNumbers(),
                now.design(),
                now.ledger(),
                now.measures(),
                now.gauges()
            }) {
                wrote(each.array());
            }
        }
    }
}
