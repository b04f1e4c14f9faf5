package io.distributor.engine.protocol.socketio;

/**
 * What stands before the payload of a packet.
 *
 * @param type the type
 * @param attachments number of attachments that follow
 * @param namespace name of the namespace
 * @param id id of an acknowledgement, or {@link EventPacket#NO_ID}
 */
record PacketHeader(PacketType type, int attachments, String namespace, long id) {

}
