/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.spring.data;

import dev.onkey.spring.data.shop.ShopApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** The same shop in the two ways to run it; each is started once and ends with the JVM. */
enum Shop {
    SPRING_BOOT {
        @Override
        ConfigurableApplicationContext start() {
            return BootApplications.start("onkey_spring_boot", ShopApplication.class);
        }
    },

    PLAIN_SPRING {
        @Override
        ConfigurableApplicationContext start() {
            return new AnnotationConfigApplicationContext(PlainShop.class);
        }
    };

    private ConfigurableApplicationContext context;

    abstract ConfigurableApplicationContext start();

    synchronized <T> T get(Class<T> type) {
        return context().getBean(type);
    }

    synchronized ConfigurableApplicationContext context() {
        if (context == null) {
            context = start();
            context.registerShutdownHook();
        }
        return context;
    }
}
