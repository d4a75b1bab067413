using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Razor.Compilation;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace HealthCode.Tests.Support;

/// <summary>
/// MVC's caches: page and model factories, views, model metadata, action descriptors. They are filled by reflection and compilation, which takes a
/// third of a server's start, and are the same for every server; so the first server's are shared with the others.
/// </summary>
internal sealed class SharedMvcCaches(IServiceProvider first)
{
    /// <summary>Services that keep no state of a request between calls.</summary>
    private static readonly Type[] Caches =
    [
        typeof(IModelMetadataProvider), typeof(IModelBinderFactory), typeof(IRazorViewEngine), typeof(IRazorPageFactoryProvider), typeof(IRazorPageActivator),
        typeof(IViewCompilerProvider), typeof(ITagHelperFactory),
    ];

    private readonly object[] _caches = [.. Caches.Select(first.GetRequiredService)];
    private readonly CachedPageFactoryProvider _pageFactories = new(first.GetRequiredService<IPageFactoryProvider>());
    private readonly CachedPageModelActivatorProvider _pageModels = new(first.GetRequiredService<IPageModelActivatorProvider>());
    private readonly CompiledPageActionDescriptor[] _pages =
        [.. first.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.Cast<CompiledPageActionDescriptor>()];

    public void AddTo(IServiceCollection services)
    {
        foreach (var (kind, cache) in Caches.Zip(_caches))
        {
            services.AddSingleton(kind, cache);
        }

        foreach (var provider in services.Where(service => service.ServiceType == typeof(IActionDescriptorProvider)).ToList())
        {
            services.Remove(provider);
        }

        services.AddSingleton<IActionDescriptorProvider>(new CopyingActionDescriptorProvider(_pages));
        services.AddSingleton<IPageFactoryProvider>(_pageFactories);
        services.AddSingleton<IPageModelActivatorProvider>(_pageModels);
    }

    /// <summary>Caches the factories of page views.</summary>
    private sealed class CachedPageFactoryProvider(IPageFactoryProvider provider) : IPageFactoryProvider
    {
        private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, ViewContext, object>> _made = [];

        public Func<PageContext, ViewContext, object> CreatePageFactory(CompiledPageActionDescriptor descriptor) =>
            _made.GetOrAdd(descriptor.PageTypeInfo, _ => provider.CreatePageFactory(descriptor));

        public Action<PageContext, ViewContext, object>? CreatePageDisposer(CompiledPageActionDescriptor descriptor) => provider.CreatePageDisposer(descriptor);

        public Func<PageContext, ViewContext, object, ValueTask>? CreateAsyncPageDisposer(CompiledPageActionDescriptor descriptor) => provider.CreateAsyncPageDisposer(descriptor);
    }

    /// <summary>Caches the factories of page models, which use the services of the request.</summary>
    private sealed class CachedPageModelActivatorProvider(IPageModelActivatorProvider provider) : IPageModelActivatorProvider
    {
        private readonly ConcurrentDictionary<TypeInfo, Func<PageContext, object>> _made = [];

        public Func<PageContext, object> CreateActivator(CompiledPageActionDescriptor descriptor) =>
            _made.GetOrAdd(descriptor.ModelTypeInfo!, _ => provider.CreateActivator(descriptor));

        public Action<PageContext, object>? CreateReleaser(CompiledPageActionDescriptor descriptor) => provider.CreateReleaser(descriptor);

        public Func<PageContext, object, ValueTask>? CreateAsyncReleaser(CompiledPageActionDescriptor descriptor) => provider.CreateAsyncReleaser(descriptor);
    }

    /// <summary>Copies the action descriptors for each server, because a server writes its endpoints into them.</summary>
    private sealed class CopyingActionDescriptorProvider(CompiledPageActionDescriptor[] pages) : IActionDescriptorProvider
    {
        public int Order => 0;

        public void OnProvidersExecuting(ActionDescriptorProviderContext context)
        {
            foreach (var page in pages)
            {
                context.Results.Add(new CompiledPageActionDescriptor(page)
                {
                    ActionConstraints = page.ActionConstraints,
                    AttributeRouteInfo = page.AttributeRouteInfo,
                    BoundProperties = page.BoundProperties,
                    DeclaredModelTypeInfo = page.DeclaredModelTypeInfo,
                    DisplayName = page.DisplayName,
                    EndpointMetadata = page.EndpointMetadata,
                    FilterDescriptors = page.FilterDescriptors,
                    HandlerMethods = page.HandlerMethods,
                    HandlerTypeInfo = page.HandlerTypeInfo,
                    ModelTypeInfo = page.ModelTypeInfo,
                    PageTypeInfo = page.PageTypeInfo,
                    Parameters = page.Parameters,
                    RouteValues = page.RouteValues,
                    Properties = new Dictionary<object, object?>(page.Properties),
                });
            }
        }

        public void OnProvidersExecuted(ActionDescriptorProviderContext context)
        {
        }
    }
}
