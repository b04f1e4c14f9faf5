package io.distributor.benchmarks.scenario;

/**
 * What a scenario is called.
 *
 * @param name on the command line
 * @param title in tables
 */
public record Label(String name, String title) {

}
