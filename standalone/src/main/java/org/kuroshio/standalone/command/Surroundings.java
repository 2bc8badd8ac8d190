package org.kuroshio.standalone.command;

import java.io.PrintStream;
import org.kuroshio.standalone.session.StopRequest;

/**
 * What a command has around it.
 *
 * @param out results, and nothing else
 * @param err progress, notices and failures
 * @param terminal whether {@code err} is a terminal, on which a line may be written over
 */
public record Surroundings(PrintStream out, PrintStream err, boolean terminal, StopRequest stop) {}
