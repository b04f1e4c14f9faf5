package io.distributor.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.netty.util.concurrent.GlobalEventExecutor;
import io.netty.util.concurrent.ImmediateEventExecutor;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnhandledTotalTests {

	private final UnhandledTotal total = new UnhandledTotal(1_000_000);

	private final UnhandledTotal.Share first = this.total.share(ImmediateEventExecutor.INSTANCE);

	private final UnhandledTotal.Share second = this.total.share(GlobalEventExecutor.INSTANCE);

	private final AtomicInteger reliefs = new AtomicInteger();

	@Test
	void addsUpWhatEventLoopsCount() {
		this.first.add(600_000);
		this.second.add(400_000);
		assertThat(this.total.isExceeded()).isFalse();
		this.second.add(1_000);
		assertThat(this.total.isExceeded()).isTrue();
		assertThat(this.total.bytes()).isEqualTo(1_001_000);
	}

	@Test
	void doesNotCareForLessThanAThousandth() {
		this.first.add(1_000_000);
		this.first.add(900);
		assertThat(this.total.isExceeded()).isFalse();
		this.first.add(100);
		assertThat(this.total.isExceeded()).isTrue();
	}

	@Test
	void isExceededUntilAQuarterIsHandled() {
		this.first.add(1_100_000);
		this.total.onRelief(this.reliefs::incrementAndGet);
		this.second.add(-300_000);
		assertThat(this.total.isExceeded()).isTrue();
		assertThat(this.reliefs).hasValue(0);
		this.second.add(-100_000);
		assertThat(this.total.isExceeded()).isFalse();
		assertThat(this.reliefs).hasValue(1);
	}

	@Test
	void relievesFirstWhoWasStoppedFirst() {
		List<Integer> relieved = new ArrayList<>();
		this.first.add(1_100_000);
		IntStream.range(0, 100).forEach((number) -> this.total.onRelief(() -> relieved.add(number)));
		this.first.add(-1_100_000);
		assertThat(relieved).isSorted().hasSize(100);
	}

	@Test
	void relievesAtOnceWhenItIsNotExceeded() {
		this.total.onRelief(this.reliefs::incrementAndGet);
		assertThat(this.reliefs).hasValue(1);
	}

	@Test
	void doesNotRelieveWhoNeedsItNoMore() {
		Runnable relief = this.reliefs::incrementAndGet;
		this.first.add(1_100_000);
		this.total.onRelief(relief);
		this.total.remove(relief);
		this.first.add(-1_100_000);
		assertThat(this.reliefs).hasValue(0);
	}

}
