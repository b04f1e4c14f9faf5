package io.distributor.test.autoconfigure;

import io.distributor.test.socket.SocketTester;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Closes the connections of a test, so that the next one, which may have the same
 * context, begins without any.
 */
class CloseSocketsTestExecutionListener implements TestExecutionListener {

	@Override
	public void afterTestMethod(TestContext testContext) {
		if (testContext.hasApplicationContext() && TestContextAnnotationUtils.hasAnnotation(testContext.getTestClass(),
				AutoConfigureSocketTester.class)) {
			testContext.getApplicationContext().getBeanProvider(SocketTester.class).ifAvailable(SocketTester::closeAll);
		}
	}

}
