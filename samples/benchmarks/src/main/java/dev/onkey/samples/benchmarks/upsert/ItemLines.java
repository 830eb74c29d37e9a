/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.benchmarks.upsert;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

/** Items as the lines that {@code LOAD DATA} reads by default. No value of theirs needs an escape. */
final class ItemLines extends InputStream {

    private static final int BLOCK = 64 * 1024;

    private final Iterator<Item> items;
    private byte[] block = {};
    private int position;

    ItemLines(Iterator<Item> items) {
        this.items = items;
    }

    @Override
    public int read() {
        return available() > 0 ? block[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = Math.min(length, available());
        if (count == 0) {
            return length == 0 ? 0 : -1;
        }
        System.arraycopy(block, position, target, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        if (position == block.length) {
            StringBuilder lines = new StringBuilder(BLOCK);
            while (items.hasNext() && lines.length() < BLOCK) {
                append(lines, items.next());
            }
            block = lines.toString().getBytes(StandardCharsets.UTF_8);
            position = 0;
        }
        return block.length - position;
    }

    private static void append(StringBuilder lines, Item item) {
        lines.append(item.code()).append('\t');
        lines.append(item.barcode() == null ? "\\N" : item.barcode()).append('\t');
        lines.append(item.name()).append('\t');
        lines.append(item.quantity()).append('\t');
        lines.append(item.price().toPlainString()).append('\t');
        lines.append(item.changedAt()).append('\n');
    }
}
