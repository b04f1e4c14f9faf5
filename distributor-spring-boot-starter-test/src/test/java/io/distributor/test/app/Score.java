package io.distributor.test.app;

import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.stereotype.Service;

@Service
public class Score {

	private final AtomicInteger total = new AtomicInteger();

	public int add(int points) {
		return this.total.addAndGet(points);
	}

}
