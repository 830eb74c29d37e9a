/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data.meter;

import dev.onkey.hibernate.Upserted;
import java.util.function.Function;
import org.springframework.context.ApplicationContext;

/** What the application does, with the classes of its own class loader. */
public class Step implements Function<ApplicationContext, Upserted<?>> {

    @Override
    public Upserted<?> apply(ApplicationContext context) {
        Meters meters = context.getBean(Meters.class);
        int steps = meters.getOrCreate(new Meter("steps", 0)).total();
        return meters.upsert(new Meter("steps", steps + 1));
    }
}
