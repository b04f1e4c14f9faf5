package io.distributor.link.frame;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import io.distributor.link.message.EmitToRooms;
import io.distributor.link.message.JoinRooms;
import io.distributor.link.message.LinkMessage;
import io.distributor.link.message.Payload;
import io.distributor.link.message.Selection;
import io.distributor.link.presence.NodeId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of {@code docs/link-protocol.md} is what the code writes and reads.
 */
class DocumentedFrameTests {

	private static final NodeId BACKEND = new NodeId("b-1");

	private static final NodeId DISTRIBUTOR = new NodeId("d-1");

	@Test
	void theDocumentedFramesAreTrue() throws IOException {
		List<byte[]> documented = documentedFrames();
		List<Frame> frames = List.of(
				new InboxFrame(BACKEND, 4, 7,
						entries(new JoinRooms("/chat", Selection.socket("s1"), List.of("lobby"), 0)), false),
				new BroadcastFrame(BACKEND, Map.of(DISTRIBUTOR, 8L),
						entries(new EmitToRooms("/chat", new Selection(Set.of("lobby"), Set.of()), false,
								new Payload(SampleMessages.utf8("[\"hi\",1]"), List.of())))));
		assertThat(documented).hasSameSizeAs(frames);
		for (int i = 0; i < frames.size(); i++) {
			assertThat(new FrameEncoder().encode(frames.get(i))).isEqualTo(documented.get(i));
			assertThat(new FrameDecoder().decode(documented.get(i), DISTRIBUTOR)).isEqualTo(frames.get(i));
		}
	}

	private static List<FrameEntry> entries(LinkMessage message) {
		return List.of(new MessageEntry(Map.of(), message));
	}

	private static List<byte[]> documentedFrames() throws IOException {
		String page = Files.readString(Path.of("..", "docs", "link-protocol.md"));
		return Pattern.compile("```hex\n(.*?)\n```", Pattern.DOTALL)
			.matcher(page)
			.results()
			.map((MatchResult result) -> HexFormat.ofDelimiter(" ").parseHex(result.group(1)))
			.toList();
	}

}
