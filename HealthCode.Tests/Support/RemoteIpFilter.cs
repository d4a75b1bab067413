using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace HealthCode.Tests.Support;

/// <summary>Sets the remote IP address of requests, to simulate other PCs.</summary>
public sealed class RemoteIpFilter(Func<IPAddress?> address) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, onward) =>
        {
            context.Connection.RemoteIpAddress = address() ?? context.Connection.RemoteIpAddress;
            return onward(context);
        });
        next(app);
    };
}
