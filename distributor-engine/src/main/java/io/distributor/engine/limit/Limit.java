package io.distributor.engine.limit;

/**
 * The limits of a server that a client, or who works for it, can run into. Each time is
 * counted.
 */
public enum Limit {

	/** Connections in all that have not sent a request yet. */
	SILENT_CONNECTIONS,

	/** Connections of one address that have not sent a request yet. */
	ADDRESS_SILENT_CONNECTIONS,

	/** Sessions in all. */
	SESSIONS,

	/** Sessions of one address. */
	ADDRESS_SESSIONS,

	/** Sessions that one address opens in a second. */
	ADDRESS_CONNECTS,

	/** Sessions in all that have not joined a namespace yet. */
	HALF_OPEN_SESSIONS,

	/** Sessions of one address that have not joined a namespace yet. */
	ADDRESS_HALF_OPEN_SESSIONS,

	/** Time without any namespace. */
	CONNECT_TIME,

	/** Bytes and number of the headers of a request. */
	HEADERS,

	/** Time for the headers or the body of a request. */
	REQUEST_TIME,

	/** A request sent before the answer to the last one. */
	PIPELINED_REQUEST,

	/** Requests and websockets that are under way to other servers. */
	FORWARDS,

	/** Bytes of a request body or of a websocket message. */
	PAYLOAD,

	/** Bytes that compressed messages of a session become in a second. */
	DECOMPRESSION,

	/** Packets of a request body. */
	PAYLOAD_PACKETS,

	/** Frames of a websocket message. */
	FRAGMENTS,

	/** Time in which nothing came of a websocket message that was begun. */
	MESSAGE_TIME,

	/** Bytes of what all clients together have begun to send and not completed. */
	INCOMPLETE,

	/** Number of attachments of a packet. */
	ATTACHMENTS,

	/** Bytes of the attachments of a packet. */
	ATTACHMENT_BYTES,

	/** Time for the attachments of a packet. */
	ATTACHMENT_TIME,

	/** Depth of JSON, length of its numbers and names. */
	JSON,

	/** Bytes of the name of a namespace. */
	NAMESPACE_LENGTH,

	/** Namespaces of a session. */
	NAMESPACES,

	/** Namespaces that a session joins in a second. */
	NAMESPACE_CONNECTS,

	/** Rooms of a socket. */
	ROOMS,

	/** Events and acknowledgements that a socket sends in a second. */
	EVENTS,

	/** Bytes that wait for a client to read them: a volatile message was dropped. */
	OUTBOUND_DROPPED,

	/** Bytes that wait for a client to read them: the session was closed. */
	OUTBOUND,

	/** Bytes that wait for all clients: the connection with most of them was closed. */
	OUTBOUND_TOTAL

}
