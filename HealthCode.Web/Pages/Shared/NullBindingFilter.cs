using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace HealthCode.Web.Pages.Shared;

/// <summary>表是完整的 — after model binding, replaces nulls in non-nullable properties by empty strings, lists or objects, recursively.</summary>
public sealed class NullBindingFilter : IPageFilter
{
    private static readonly ConcurrentDictionary<Type, Place[]> Known = new();

    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Refusal(context) is { } refusal)
        {
            context.Result = refusal;
            return;
        }

        var page = context.HandlerInstance;
        foreach (var place in Known.GetOrAdd(page.GetType(), type => Places(type, property => property.IsDefined(typeof(BindPropertyAttribute)))))
        {
            place.Fill(page);
        }

        foreach (var parameter in context.HandlerMethod?.Parameters ?? [])
        {
            var value = context.HandlerArguments.TryGetValue(parameter.Name!, out var bound) ? bound : null;
            if (value is null && parameter.ParameterInfo.ParameterType == typeof(string) && !parameter.ParameterInfo.HasDefaultValue
                && new NullabilityInfoContext().Create(parameter.ParameterInfo).WriteState == NullabilityState.NotNull)
            {
                context.HandlerArguments[parameter.Name!] = "";
            }
            else if (value is not null)
            {
                ReplaceNulls(value);
            }
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    /// <summary>Returns 404 or 405 if the page has handlers but none for this request; the page would be rendered without being loaded.</summary>
    private static StatusCodeResult? Refusal(PageHandlerExecutingContext context)
    {
        var (request, handlers) = (context.HttpContext.Request, context.ActionDescriptor.HandlerMethods);
        if (context.HandlerMethod is not null || handlers.Count == 0
            || context.HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            return null;
        }

        if (HttpMethods.IsPost(request.Method))
        {
            var posts = handlers.Any(handler => HttpMethods.IsPost(handler.HttpMethod));
            return new(posts ? StatusCodes.Status404NotFound : StatusCodes.Status405MethodNotAllowed);
        }

        // A GET without a handler may still render the page, but a handler named in the query has to exist.
        return string.IsNullOrEmpty(request.Query["handler"]) ? null : new(StatusCodes.Status404NotFound);
    }

    private static void ReplaceNulls(object value)
    {
        if (value is IList { IsReadOnly: false, IsFixedSize: false } list && value.GetType() is { IsGenericType: true } type)
        {
            var row = type.GetGenericArguments()[0];
            for (var i = 0; i < list.Count; i++)
            {
                if ((list[i] ??= Empty(row)) is { } element)
                {
                    ReplaceNulls(element);
                }
            }
        }
        else if (value.GetType().Namespace?.StartsWith(nameof(HealthCode), StringComparison.Ordinal) == true && value.GetType().IsClass)
        {
            foreach (var place in Known.GetOrAdd(value.GetType(), owner => Places(owner, _ => true)))
            {
                place.Fill(value);
            }
        }
    }

    private static object? Empty(Type type) =>
        type == typeof(string) ? ""
        : type.IsArray ? Array.CreateInstance(type.GetElementType()!, 0)
        : type.IsClass && type.GetConstructor([]) is { } make ? make.Invoke([])
        : null;

    private static Place[] Places(Type type, Func<PropertyInfo, bool> counts) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsValueType && counts(property))
            .Select(property => new Place(property, new NullabilityInfoContext().Create(property).WriteState == NullabilityState.NotNull)),
    ];

    private sealed record Place(PropertyInfo Property, bool NeverNull)
    {
        public void Fill(object owner)
        {
            var value = Property.GetValue(owner);
            if (value is null && NeverNull && (value = Empty(Property.PropertyType)) is not null)
            {
                Property.SetValue(owner, value);
            }

            if (value is not null and not string)
            {
                ReplaceNulls(value);
            }
        }
    }
}
