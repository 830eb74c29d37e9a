/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.row;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.hibernate.generator.BeforeExecutionGenerator;
import org.hibernate.generator.EventType;
import org.hibernate.generator.Generator;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.jspecify.annotations.Nullable;

/** The columns of an attribute: the value that the instance has, or the one that its generator makes before the insert. */
final class AttributePart implements RowPart {

    private final AttributeMapping attribute;
    private final @Nullable BeforeExecutionGenerator generator;
    private final List<Typed> columns;
    private final Set<String> bound;
    private final boolean allBound;

    AttributePart(AttributeMapping attribute, boolean version, List<Typed> columns) {
        this.attribute = attribute;
        Generator declared = attribute.getGenerator();
        // a version has a seed instead, which the instance's state has got already
        this.generator = !version && declared instanceof BeforeExecutionGenerator before && before.generatesOnInsert()
                ? before
                : null;
        this.columns = columns;
        this.bound = columns.stream()
                .map(Typed::column)
                .filter(Column::bound)
                .map(Column::name)
                .collect(Collectors.toSet());
        this.allBound = bound.size() == columns.size();
    }

    @Override
    public List<Typed> columns() {
        return columns;
    }

    @Override
    public void values(Instance instance, Consumer<@Nullable Object> values) {
        if (bound.isEmpty()) {
            columns.forEach(constant -> values.accept(null));
            return;
        }
        attribute.decompose(
                value(instance),
                (index, value, column) -> {
                    if (allBound || bound.contains(column.getSelectionExpression())) {
                        values.accept(value);
                    }
                },
                instance.session());
    }

    private @Nullable Object value(Instance instance) {
        Object value = instance.state()[attribute.getStateArrayPosition()];
        return generator == null
                ? value
                : generator.generate(instance.session(), instance.entity(), value, EventType.INSERT);
    }
}
