package io.distributor.sample.chat.page;

import java.net.URI;
import java.util.List;

/**
 * What the page is told.
 *
 * @param namespace the namespace of the chat
 * @param distributors addresses of the distributors, to choose one from
 */
record PageSettings(String namespace, List<URI> distributors) {

}
