package io.distributor.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;

/**
 * Starts the contexts of {@link DistributorTest}.
 */
class DistributorTestContextBootstrapper extends TestSliceTestContextBootstrapper<DistributorTest> {

}
