package io.distributor.autoconfigure;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.Positive;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The backend.
 *
 * @param namespace Namespaces this backend owns, at least one. Handler methods of classes
 * without '@SocketNamespace' belong to the first one.
 * @param concurrency Number of threads that run handlers. Without effect on virtual
 * threads.
 * @param ackTimeout Time a client has to acknowledge an event, unless the code says
 * otherwise.
 * @param requestTimeout Time distributors have to answer a request such as a join.
 * @param handlerTimeout Time the asynchronous result of a handler may take before the
 * next event of its client goes ahead, and its answer before the event counts as handled
 * without it.
 * @param sendTimeout Longest wait of an emit while the link is full. After that, and at
 * once when zero, it fails.
 * @param drain Longest wait on shutdown for handlers to finish and for distributors to
 * give the clients to other instances.
 * @param maxSockets Number of clients this process may be the home of. Further ones are
 * refused, unless they are connected already and lost their home.
 * @param maxQueuedEvents Number of events of one client that may wait for their turn. A
 * client with more is disconnected.
 * @param maxAcks Number of acknowledgements that may be awaited from all clients. Asking
 * for more fails.
 * @param maxAnswerSize Size of the answers that are kept for broadcasts until all have
 * come. A client whose answer finds no room counts as one that did not answer.
 * @param fetchSize Size of what distributors answer to a fetch of sockets, all together.
 * What does not fit is cut off, and the result says so.
 * @param dataSize Size of the data of one socket, as JSON. Setting more fails.
 * @param maxDynamicNamespaces Number of namespaces that match patterns and have clients
 * here. Clients that want to join further ones are refused.
 */
@ConfigurationProperties("distributor.backend")
@Validated
public record BackendProperties(@DefaultValue List<String> namespace, @DefaultValue("64") @Positive int concurrency,
		@DefaultValue("30s") @DurationMin(millis = 1) Duration ackTimeout,
		@DefaultValue("5s") @DurationMin(millis = 1) Duration requestTimeout,
		@DefaultValue("60s") @DurationMin(millis = 1) Duration handlerTimeout,
		@DefaultValue("1s") @DurationMin Duration sendTimeout,
		@DefaultValue("20s") @DurationMin(millis = 1) Duration drain, @DefaultValue("100000") @Positive int maxSockets,
		@DefaultValue("1024") @Positive int maxQueuedEvents, @DefaultValue("100000") @Positive int maxAcks,
		@DefaultValue("32MB") DataSize maxAnswerSize, @DefaultValue("8MB") DataSize fetchSize,
		@DefaultValue("16KB") DataSize dataSize, @DefaultValue("10000") @Positive int maxDynamicNamespaces) {

}
