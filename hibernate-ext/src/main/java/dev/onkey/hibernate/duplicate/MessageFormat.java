/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.hibernate.duplicate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words around the value and the key in one language's message. All are taken from the servers' answers (MySQL 5.7 to
 * 9.7, MariaDB 10.11 and 11.8).
 *
 * @param head before the value
 * @param lead between the value and the key
 * @param joint between table and index, where the message names them apart; else null: {@code table.index} or {@code index}
 * @param tail behind the key
 */
record MessageFormat(String head, String lead, @Nullable String joint, String tail) {

    static final List<MessageFormat> ALL = List.of(
            duplicate("Duplicate entry '", "' for key '", "'"), // also what languages without a translation say
            duplicate("Zvojený klíč '", "' (číslo klíče '", "')"),
            duplicate("Ens værdier '", "' for indeks '", "'"),
            duplicate("Dubbele ingang '", "' voor zoeksleutel '", "'"),
            duplicate("Kattuv väärtus '", "' võtmele '", "'"),
            duplicate("Duplicata du champ '", "' pour la clef '", "'"),
            duplicate("Doppelter Eintrag '", "' für Schlüssel '", "'"),
            duplicate("Διπλή εγγραφή '", "' για το κλειδί '", "'"),
            duplicate("Duplikalt bejegyzes '", "' a '", "' kulcs szerint."),
            duplicate("Duplikalt bejegyzes '", "' a '", "' kulcs szerint"),
            duplicate("Valore duplicato '", "' per la chiave '", "'"),
            duplicate("'", "' は索引 '", "' で重複しています。"),
            duplicate("중복된 입력 값 '", "': key '", "'"),
            duplicate("Like verdier '", "' for nøkkel '", "'"),
            duplicate("Powtórzone wystąpienie '", "' dla klucza '", "'"),
            duplicate("Entrada '", "' duplicada para a chave '", "'"),
            duplicate("Cimpul '", "' e duplicat pentru cheia '", "'"),
            duplicate("Дублирующаяся запись '", "' по ключу '", "'"),
            duplicate("Dupliran unos '", "' za ključ '", "'"),
            duplicate("Opakovaný kľúč '", "' (číslo kľúča '", "')"),
            duplicate("Entrada duplicada '", "' para la clave '", "'"),
            duplicate("Dublett '", "' för nyckel '", "'"),
            duplicate("Дублюючий запис '", "' для ключа '", "'"),
            duplicate("重复条目'", "'键'", "'"),
            duplicate("დუბლირებული ჩანაწერი '", "' გასაღებისთვის '", "'"),
            duplicate("Ingizo rudufu '", "' kwa ufunguo wa '", "'"),
            // 1761: a foreign key's ON UPDATE CASCADE made a duplicate in another table
            new MessageFormat(
                    "Foreign key constraint for table '",
                    "' would lead to a duplicate entry in table '",
                    "', key '",
                    "'"),
            new MessageFormat(
                    "Fremdschlüssel-Beschränkung für Tabelle '",
                    "' würde zu einem doppelten Eintrag in Tabelle '",
                    "', Schlüssel '",
                    "' führen"),
            new MessageFormat(
                    "La restricción de clave foránea para tabla '",
                    "' llevaría a una entrada duplicada en la tabla '",
                    "', clave '",
                    "'"),
            new MessageFormat("表'", "'会导致表'", "'中的重复条目，键'", "'"));

    private static MessageFormat duplicate(String head, String lead, String tail) {
        return new MessageFormat(head, lead, null, tail);
    }

    /** Whether the message is one of this format's. */
    boolean frames(String message) {
        return message.startsWith(head) && message.endsWith(tail) && lastKeyAt(message) >= 0;
    }

    /** Whether a message of this format has the words between value and key only once. */
    boolean hasOneReading(String message) {
        return message.indexOf(lead, head.length()) + lead.length() == lastKeyAt(message);
    }

    /** Where in the message the key stands, if it is exactly this one; else -1. Upper and lower case are the same. */
    int keyAt(String message, String key) {
        int start = message.length() - tail.length() - key.length();
        int leadStart = start - lead.length();
        boolean fits = leadStart >= head.length()
                && message.startsWith(head)
                && message.endsWith(tail)
                && message.startsWith(lead, leadStart)
                && message.regionMatches(true, start, key, 0, key.length());
        return fits ? start : -1;
    }

    /** The text in the key's place, for people: a value or a name that holds the words of the format can spoil it. */
    String keyText(String message) {
        String text = message.substring(lastKeyAt(message), message.length() - tail.length());
        return joint == null ? text : text.replace(joint, ".");
    }

    /** The text in the value's place, in front of a key that starts here; null in formats that show no value. */
    @Nullable
    String value(String message, int keyStart) {
        return joint == null ? message.substring(head.length(), keyStart - lead.length()) : null;
    }

    /** The text in the value's place, in front of {@link #keyText}. */
    @Nullable
    String valueText(String message) {
        return value(message, lastKeyAt(message));
    }

    private int lastKeyAt(String message) {
        int leadStart = message.lastIndexOf(lead, message.length() - tail.length() - lead.length());
        return leadStart < head.length() ? -1 : leadStart + lead.length();
    }
}
