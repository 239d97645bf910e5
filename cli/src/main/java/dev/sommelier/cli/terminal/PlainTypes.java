package dev.sommelier.cli.terminal;

import java.net.URI;
import java.net.URISyntaxException;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the values of options so that a wrong one is told in plain words and not by the name of a Java type.
public final class PlainTypes {
    private PlainTypes() {}

    /// Makes a command and its subcommands read numbers and addresses so.
    public static void addTo(CommandLine line) {
        ITypeConverter<Integer> whole = value -> whole(value, Integer::valueOf);
        ITypeConverter<Long> large = value -> whole(value, Long::valueOf);
        line.registerConverter(int.class, whole);
        line.registerConverter(Integer.class, whole);
        line.registerConverter(long.class, large);
        line.registerConverter(Long.class, large);
        line.registerConverter(double.class, PlainTypes::number);
        line.registerConverter(Double.class, PlainTypes::number);
        line.registerConverter(URI.class, PlainTypes::address);
    }

    private interface Reader<T> {
        T read(String value);
    }

    private static <T> T whole(String value, Reader<T> reader) {
        try {
            return reader.read(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException(
                    "'" + value + "' is " + (value.matches("[-+]?\\d+") ? "too large" : "not a whole number"));
        }
    }

    private static Double number(String value) {
        try {
            return Double.valueOf(value);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + value + "' is not a number");
        }
    }

    private static URI address(String value) {
        try {
            return new URI(value);
        } catch (URISyntaxException e) {
            throw new TypeConversionException("'" + value + "' is not an address such as http://127.0.0.1:8000/v1");
        }
    }
}
