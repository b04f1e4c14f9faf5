package io.distributor.test.app;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application as users have it.
 */
@SpringBootApplication
public class GameApplication {

}
