package org.sed4j.envs.lineartax;

/**
 * What the worlds of a batch share, computed once. A carrier, never written.
 *
 * @param skill w_i
 * @param earnings w_i^(1+e) a step: income is this times {@code output}, what labour costs is this times {@code pain}
 * @param reach w_i^e: labour is this times {@code output}
 * @param output x^e of each level of effort
 * @param pain x^(1+e) · e / (1+e) of each level of effort
 */
@SuppressWarnings("ArrayRecordComponent")
record LinearTaxTable(float[] skill, float[] earnings, float[] reach, float[] output, float[] pain) {

    static LinearTaxTable of(LinearTaxRules rules) {
        double e = rules.elasticity();
        double[] skills = rules.skills();
        int n = skills.length;
        int levels = rules.effort().count();
        LinearTaxTable table =
                new LinearTaxTable(new float[n], new float[n], new float[n], new float[levels], new float[levels]);
        for (int i = 0; i < n; i++) {
            table.skill[i] = (float) skills[i];
            table.earnings[i] = (float) (Math.pow(skills[i], 1 + e) / rules.steps());
            table.reach[i] = (float) Math.pow(skills[i], e);
        }
        for (int k = 0; k < levels; k++) {
            double x = rules.effort().at(k);
            table.output[k] = (float) Math.pow(x, e);
            table.pain[k] = (float) (Math.pow(x, 1 + e) * e / (1 + e));
        }
        return table;
    }
}
