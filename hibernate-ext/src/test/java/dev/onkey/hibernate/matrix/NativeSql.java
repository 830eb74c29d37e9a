/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.matrix;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Statements by hand that copy the first row's key. */
final class NativeSql {

    private NativeSql() {}

    static String insert(Session session, Declaration key) {
        String schema = key.entity == Names.Elsewhere.class ? "'" + Names.OTHER_SCHEMA + "'" : "database()";
        List<String> columns = session.createNativeQuery(
                        "select column_name from information_schema.columns where table_name = :table and table_schema = "
                                + schema,
                        String.class)
                .setParameter("table", key.table)
                .getResultList();
        String into = columns.stream().map(NativeSql::quoted).collect(Collectors.joining(", "));
        String from = columns.stream()
                .map(each -> each.equals("id") ? String.valueOf(key.spareId) : quoted(each))
                .collect(Collectors.joining(", "));
        return "insert into " + key.tableInSql() + " (" + into + ") select " + from + " from " + key.tableInSql()
                + (columns.contains("id") ? " where id = 1" : " limit 1");
    }

    static String update(Declaration key) {
        String table = key.tableInSql();
        String set = key.columns.stream()
                .map(each -> quoted(each) + " = (select copied from (select " + quoted(each) + " as copied from "
                        + table + " where id = 1) first_row)")
                .collect(Collectors.joining(", "));
        return "update " + table + " set " + set + " where id = 2";
    }

    private static String quoted(String name) {
        return "`" + name + "`";
    }
}
