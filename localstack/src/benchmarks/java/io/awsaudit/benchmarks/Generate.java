package io.awsaudit.benchmarks;

/** Writes a snapshot of made-up accounts. */
final class Generate {
    private Generate() {}

    public static void main(String... arguments) {
        System.out.println("generate");
    }
}
