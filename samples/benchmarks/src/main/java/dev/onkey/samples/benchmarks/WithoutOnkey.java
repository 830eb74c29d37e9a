/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks;

import java.util.Collection;
import org.hibernate.boot.registry.classloading.internal.ClassLoaderServiceImpl;

/** Finds every service but Onkey's, as if its jar were not there. */
public final class WithoutOnkey extends ClassLoaderServiceImpl {

    private static final long serialVersionUID = 1L;

    @Override
    public <S> Collection<S> loadJavaServices(Class<S> service) {
        return super.loadJavaServices(service).stream()
                .filter(each -> !each.getClass().getPackageName().startsWith("dev.onkey"))
                .toList();
    }
}
