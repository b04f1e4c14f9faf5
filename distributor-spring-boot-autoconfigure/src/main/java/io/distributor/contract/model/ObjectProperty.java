package io.distributor.contract.model;

/**
 * A property of an object.
 *
 * @param name its name
 * @param type its type
 * @param optional whether it may be missing
 */
public record ObjectProperty(String name, ValueType type, boolean optional) {

}
