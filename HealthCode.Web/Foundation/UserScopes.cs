namespace HealthCode.Web.Foundation;

/// <summary>Creates service scopes outside a request, each for a given user; resolving the database in a scope without a user throws.</summary>
public static class UserScopes
{
    /// <summary>Registers the <see cref="CurrentUser"/> of a scope.</summary>
    public static void AddCurrentUser(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<ScopeUser>();
        services.AddScoped(Find);
    }

    /// <summary>Creates a scope that works as this user, even inside another user's request.</summary>
    public static AsyncServiceScope CreateScopeFor(this IServiceScopeFactory scopes, CurrentUser user)
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ScopeUser>().User = user;
        return scope;
    }

    /// <inheritdoc cref="CreateScopeFor(IServiceScopeFactory, CurrentUser)"/>
    public static AsyncServiceScope CreateScopeFor(this IServiceProvider services, CurrentUser user) =>
        services.GetRequiredService<IServiceScopeFactory>().CreateScopeFor(user);

    private static CurrentUser Find(IServiceProvider services)
    {
        if (services.GetRequiredService<ScopeUser>().User is { } named)
        {
            return named;
        }

        var request = services.GetRequiredService<IHttpContextAccessor>();
        return request.HttpContext is not null
            ? new(request)
            : throw new InvalidOperationException($"Nobody works in this scope: open it with {nameof(CreateScopeFor)}, or within a request.");
    }

    private sealed class ScopeUser
    {
        public CurrentUser? User { get; set; }
    }
}
