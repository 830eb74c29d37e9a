/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.upsert;

import dev.onkey.hibernate.row.Column;
import dev.onkey.hibernate.row.Column.Kind;
import dev.onkey.hibernate.row.Column.Role;
import dev.onkey.hibernate.row.TableShape;
import dev.onkey.hibernate.upsert.Update.Assignment;
import dev.onkey.hibernate.upsert.UpdateChoice.Rule;
import dev.onkey.hibernate.upsert.UpdateChoice.Scope;
import dev.onkey.hibernate.upsert.UpdateChoice.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns what the caller has chosen into assignments, or says everything that is wrong with it; for one choice. */
final class UpdateReader {

    private final String entity;
    private final TableShape shape;
    private final Map<String, String> unwritten;
    private final Set<String> problems = new LinkedHashSet<>();

    /**
     * Reads a choice for an entity.
     *
     * @param entity what the entity is called in messages
     * @param shape its columns in the roles that the mapping gives them
     * @param unwritten its other attributes, and why an insert does not write them
     */
    UpdateReader(String entity, TableShape shape, Map<String, String> unwritten) {
        this.entity = entity;
        this.shape = shape;
        this.unwritten = unwritten;
    }

    /**
     * What the choice comes to.
     *
     * @param roles the columns in the roles that they have for one candidate
     * @throws IllegalArgumentException if it cannot be carried out
     */
    Update read(UpdateChoice choice, TableShape roles) {
        checkNames(choice);
        List<Assignment> assignments = new ArrayList<>();
        for (int i = 0; i < shape.columns().size(); i++) {
            Column column = roles.columns().get(i);
            boolean omitted = column.role() == Role.OMITTED && choice.scope() == Scope.ONLY;
            if ((column.role() == Role.VALUE || omitted) && isChosen(choice, column)) {
                assignments.add(new Assignment(column, null));
            }
        }
        for (Rule rule : choice.rules()) {
            Column target = single(rule.attribute(), "is set");
            if (target != null) {
                checkRule(rule, target);
                assignments.add(new Assignment(target, rule.value()));
            }
        }
        if (choice.condition() != null) {
            checkReads(choice.condition());
        }
        List<Assignment> ordered = AssignmentOrder.of(assignments, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    entity + " cannot be updated as chosen: " + String.join("; ", problems) + ".");
        }
        return new Update(ordered, ordered.isEmpty() ? List.of() : moved(choice, roles), choice.condition());
    }

    /** The version and the timestamps, but for what callbacks would stamp and the caller has chosen otherwise. */
    private static List<Column> moved(UpdateChoice choice, TableShape roles) {
        List<Column> moved = new ArrayList<>(roles.in(Role.VERSION));
        for (Column column : roles.in(Role.TOUCH)) {
            boolean ruled = choice.rules().stream().anyMatch(rule -> column.isAt(rule.attribute()));
            boolean excepted =
                    choice.scope() == Scope.EXCEPT && choice.named().stream().anyMatch(column::isAt);
            if (!ruled && !excepted) {
                moved.add(column);
            }
        }
        return moved;
    }

    private static boolean isChosen(UpdateChoice choice, Column column) {
        if (choice.rules().stream().anyMatch(rule -> column.isAt(rule.attribute()))) {
            return false;
        }
        boolean named = choice.named().stream().anyMatch(column::isAt);
        return choice.scope() == Scope.EXCEPT && !named || choice.scope() == Scope.ONLY && named;
    }

    private void checkNames(UpdateChoice choice) {
        if (choice.scope() == Scope.ONLY && choice.named().isEmpty()) {
            problems.add("it is to be only(…) of no attributes; Updating.nothing() says so");
        }
        Set<String> seen = new HashSet<>();
        for (String name : choice.named()) {
            if (!seen.add(name)) {
                problems.add("'" + name + "' is named twice");
            }
            checkUpdatable(name, choice.scope() == Scope.EXCEPT);
        }
        Set<String> ruled = new HashSet<>();
        for (Rule rule : choice.rules()) {
            String name = rule.attribute();
            if (!ruled.add(name)) {
                problems.add("'" + name + "' is given two values");
            }
            if (seen.contains(name)) {
                problems.add("'" + name + "' is both " + (choice.scope() == Scope.ONLY ? "written" : "excluded")
                        + " and given a value");
            }
            checkUpdatable(name, false);
        }
    }

    private void checkUpdatable(String name, boolean excluded) {
        List<Column> columns = columnsAt(name);
        if (columns.isEmpty()) {
            problems.add(missing(name));
        } else if (!excluded && columns.stream().noneMatch(column -> column.role() == Role.VALUE)) {
            problems.add("'" + name + "' " + reason(columns.get(0)));
        }
    }

    private String reason(Column column) {
        return switch (column.role()) {
            case KEY -> "is part of the natural key";
            case VERSION, TOUCH -> "moves by itself when the row changes";
            case GUARD -> "tells rows of other tenants apart";
            default -> shape.idColumns().contains(column.name()) ? "is part of the identifier" : "is not updatable";
        };
    }

    private @Nullable Column single(String path, String use) {
        List<Column> columns = columnsAt(path);
        if (columns.isEmpty()) {
            problems.add(missing(path));
            return null;
        }
        if (columns.size() > 1 || !columns.get(0).attribute().equals(path)) {
            problems.add("'" + path + "' " + use + ", but is not a basic attribute of one column");
            return null;
        }
        return columns.get(0);
    }

    private List<Column> columnsAt(String path) {
        return shape.columns().stream().filter(column -> column.isAt(path)).toList();
    }

    private String missing(String path) {
        return unwritten.containsKey(path)
                ? "'" + path + "' " + unwritten.get(path)
                : "it has no attribute '" + path + "'";
    }

    private void checkRule(Rule rule, Column target) {
        if (rule.target() == Target.A_NUMBER && target.kind() != Kind.NUMBER) {
            problems.add("'" + rule.attribute() + "' is not a number");
        }
        if (rule.target() == Target.ORDERED && target.kind() == Kind.UNORDERED) {
            problems.add("'" + rule.attribute() + "' has no order");
        }
        checkReads(rule.value());
    }

    private void checkReads(Term term) {
        Set<String> named = new LinkedHashSet<>();
        term.collectNamed(named);
        named.forEach(name -> single(name, "is read"));
    }
}
