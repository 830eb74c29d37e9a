/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.tour;

import java.util.List;

/** A stop of the tour. */
interface Step {

    String title();

    /** The code that matters, as it stands in the step. */
    String code();

    /**
     * Does it, and checks it.
     *
     * @return what happened, one line each
     * @throws FalseClaimException as soon as anything is not as the step says
     */
    List<String> walk(Visit visit);
}
