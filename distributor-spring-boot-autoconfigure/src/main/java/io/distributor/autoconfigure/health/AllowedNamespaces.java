package io.distributor.autoconfigure.health;

import java.util.Set;

/**
 * The allow-list of a distributor.
 *
 * @param names names of the namespaces, none: all that backends own
 */
record AllowedNamespaces(Set<String> names) {

}
