/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import org.babyfish.jimmer.sql.Entity;
import org.babyfish.jimmer.sql.Table;

/** An item for Jimmer, whose annotation processor makes classes of it. */
@Entity
@Table(name = "item")
public interface JimmerItem extends JimmerValues {}
