using System.Security.Claims;
using HealthCode.Tests.Support;
using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Foundation;

/// <summary>Closed by default: who sees what is decided by who works, and somebody must.</summary>
public sealed class UserScopesTests : IAsyncLifetime
{
    private OfficeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await OfficeServer.WithOfficeAsync();
        await _server.AddCheckpointAsync((await _server.FirstVillageAsync()).Value);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Outside_a_request_a_scope_that_nobody_is_named_for_has_no_database()
    {
        await using var scope = _server.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();

        Assert.Contains(nameof(UserScopes.CreateScopeFor), Assert.Throws<InvalidOperationException>(scope.ServiceProvider.GetRequiredService<OfficeDb>).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_without_a_sign_in_sees_nothing()
    {
        _server.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        await using var scope = _server.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();

        Assert.Equal((0, 0), await SeenAsync(scope));
    }

    [Fact]
    public async Task A_user_without_a_scope_sees_nothing()
    {
        _server.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext { User = new(new ClaimsIdentity([new(ClaimTypes.Name, "luru")], "test")) };
        await using var scope = _server.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();

        Assert.Equal((0, 0), await SeenAsync(scope));
    }

    [Fact]
    public async Task The_program_sees_every_office_whoever_s_request_it_works_in()
    {
        _server.Services.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        await using var scope = _server.Services.CreateScopeFor(new SystemUser("test"));

        Assert.Equal((1, 1), await SeenAsync(scope));
    }

    private static async Task<(int Offices, int Checkpoints)> SeenAsync(AsyncServiceScope scope)
    {
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        return (await db.OfficesWithinReach.CountAsync(), await db.Checkpoints.CountAsync());
    }
}
