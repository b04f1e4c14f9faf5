package io.distributor.gateway;

/**
 * Why a client was refused a namespace.
 */
public enum ConnectRefusal {

	/** {@link GatewayOptions#admissionCheck()} refused it, before its home was asked. */
	ADMISSION,

	/** It is not on the allow-list, or nobody owns it. */
	NAMESPACE,

	/** A pattern matches it, but there are clients in too many namespaces. */
	TOO_MANY_NAMESPACES,

	/** No backend came in time, or too many clients waited for one already. */
	NO_BACKEND,

	/** The home did not answer in time. */
	NO_ANSWER,

	/** The home refused it. */
	BACKEND

}
