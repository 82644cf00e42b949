package dev.babyagi.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Method;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.EventRequest;

/**
 * An instant in a process: the n-th time that a method is entered. The process is stopped
 * there by a debugger, so that it can be killed at exactly that instant; nothing of this
 * is in the service.
 */
final class CrashPoint implements AutoCloseable {

	private final VirtualMachine machine;

	private CrashPoint(VirtualMachine machine) {
		this.machine = machine;
	}

	/** The option of the JVM that lets a debugger in. */
	static String option(int port) {
		return "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:" + port;
	}

	/**
	 * Sets it.
	 * @param port where the process lets a debugger in
	 * @param type name of the class, which must have been loaded
	 * @param method name of a method that it has once
	 * @param time how often the method must have been entered, from now on
	 */
	static CrashPoint set(int port, String type, String method, int time) {
		VirtualMachine machine = attach(port);
		List<ReferenceType> types = machine.classesByName(type);
		List<Method> methods = types.isEmpty() ? List.of() : types.getFirst().methodsByName(method);
		if (methods.size() != 1) {
			throw new AssertionError("%d methods %s.%s".formatted(methods.size(), type, method));
		}
		BreakpointRequest request = machine.eventRequestManager()
			.createBreakpointRequest(methods.getFirst().location());
		request.addCountFilter(time);
		request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
		request.enable();
		return new CrashPoint(machine);
	}

	private static VirtualMachine attach(int port) {
		AttachingConnector connector = Bootstrap.virtualMachineManager()
			.attachingConnectors()
			.stream()
			.filter((candidate) -> candidate.name().equals("com.sun.jdi.SocketAttach"))
			.findFirst()
			.orElseThrow();
		Map<String, Connector.Argument> arguments = connector.defaultArguments();
		arguments.get("hostname").setValue("127.0.0.1");
		arguments.get("port").setValue(Integer.toString(port));
		try {
			return connector.attach(arguments);
		}
		catch (IOException | IllegalConnectorArgumentsException ex) {
			throw new AssertionError("No debugger is let in", ex);
		}
	}

	/** Waits until the process stands still there. */
	void await(Duration patience) {
		try {
			for (EventSet events = next(patience); events != null; events = next(patience)) {
				if (StreamSupport.stream(events.spliterator(), false).anyMatch(BreakpointEvent.class::isInstance)) {
					return;
				}
				events.resume();
			}
			throw new AssertionError("It did not come there");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private EventSet next(Duration patience) throws InterruptedException {
		return this.machine.eventQueue().remove(patience.toMillis());
	}

	@Override
	public void close() {
		try {
			this.machine.dispose();
		}
		catch (VMDisconnectedException ex) {
			// It was killed.
		}
	}

}
