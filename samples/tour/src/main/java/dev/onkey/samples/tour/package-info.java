/* SPDX-License-Identifier: Apache-2.0 */
/** A console walk through Onkey: every step shows its code, does it on real data, and checks what it claims. */
@NullMarked
package dev.onkey.samples.tour;

import org.jspecify.annotations.NullMarked;
