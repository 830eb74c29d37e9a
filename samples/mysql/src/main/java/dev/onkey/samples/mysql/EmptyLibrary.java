/* SPDX-License-Identifier: Apache-2.0 */
package dev.onkey.samples.mysql;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A shared library for Linux x86-64 that holds nothing.
 *
 * <p>MySQL's servers link {@code libaio.so.1}, which bare machines lack and newer ones call differently. With
 * {@code --innodb-use-native-aio=0} nothing of it is ever called, and functions are looked up when they are called; so
 * an empty library of that name is all that the loader needs. It warns that the library has no versions, and goes on.
 */
final class EmptyLibrary {
    private static final int HEADER = 64;
    private static final int SEGMENT = 56;
    private static final int DYNAMIC = HEADER + 3 * SEGMENT;
    private static final int HASH = DYNAMIC + 7 * 16;
    private static final int SYMBOLS = HASH + 16;
    private static final int SYMBOL = 24;
    private static final int STRINGS = SYMBOLS + SYMBOL;

    private EmptyLibrary() {}

    static void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, named(file.getFileName().toString()));
    }

    private static byte[] named(String name) {
        byte[] strings = ("\0" + name + "\0").getBytes(StandardCharsets.US_ASCII);
        int size = STRINGS + strings.length;
        ByteBuffer elf = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        header(elf);
        segment(elf, 1, 0, size, 4096); // PT_LOAD; writable, as the loader relocates the dynamic section in place
        segment(elf, 2, DYNAMIC, HASH - DYNAMIC, 8); // PT_DYNAMIC
        segment(elf, 0x6474e551, 0, 0, 16); // PT_GNU_STACK; without it the loader asks for an executable stack
        dynamic(elf, 4, HASH); // DT_HASH
        dynamic(elf, 6, SYMBOLS); // DT_SYMTAB
        dynamic(elf, 5, STRINGS); // DT_STRTAB
        dynamic(elf, 10, strings.length); // DT_STRSZ
        dynamic(elf, 11, SYMBOL); // DT_SYMENT
        dynamic(elf, 14, 1); // DT_SONAME
        dynamic(elf, 0, 0); // DT_NULL
        elf.putInt(1).putInt(1).putInt(0).putInt(0); // one bucket with one symbol, which is
        elf.put(new byte[SYMBOL]); // the null symbol
        return elf.put(strings).array();
    }

    private static void header(ByteBuffer elf) {
        elf.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        elf.putShort((short) 3).putShort((short) 62).putInt(1); // ET_DYN, EM_X86_64
        elf.putLong(0).putLong(HEADER).putLong(0).putInt(0);
        elf.putShort((short) HEADER).putShort((short) SEGMENT).putShort((short) 3);
        elf.putShort((short) 64).putShort((short) 0).putShort((short) 0);
    }

    private static void segment(ByteBuffer elf, int type, long offset, long size, long alignment) {
        elf.putInt(type).putInt(6); // PF_R + PF_W
        elf.putLong(offset).putLong(offset).putLong(offset);
        elf.putLong(size).putLong(size).putLong(alignment);
    }

    private static void dynamic(ByteBuffer elf, long tag, long value) {
        elf.putLong(tag).putLong(value);
    }
}
