using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>
/// Binds the rows of a form by their index. Unlike the framework's binder, which stops at the first missing index, it fills
/// gaps with empty rows, so that the rows after a gap are not lost.
/// </summary>
/// <typeparam name="TRow">The input type of one row.</typeparam>
public sealed class RowsBinder<TRow>(IModelBinder row, ModelMetadata metadata) : IModelBinder
    where TRow : class, new()
{
    /// <summary>Indexes from here on are ignored: a large one would create as many empty rows before it.</summary>
    private const int Most = RowLimit.Most;

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        List<TRow> rows = [];
        var last = Numbers(bindingContext).DefaultIfEmpty(-1).Max();
        for (var i = 0; i <= last; i++)
        {
            using (bindingContext.EnterNestedScope(metadata, bindingContext.FieldName, $"{bindingContext.ModelName}[{i}]", model: null))
            {
                await row.BindModelAsync(bindingContext);
                rows.Add(bindingContext.Result.Model as TRow ?? new());
            }
        }

        bindingContext.Result = ModelBindingResult.Success(rows);
    }

    private static IEnumerable<int> Numbers(ModelBindingContext context) =>
        (context.ValueProvider as IEnumerableValueProvider)?.GetKeysFromPrefix(context.ModelName).Keys
            .Select(key => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number is >= 0 and < Most) ?? [];
}

/// <summary>Selects <see cref="RowsBinder{TRow}"/> for lists of complex types.</summary>
public sealed class RowsBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var (type, row) = (context.Metadata.ModelType, context.Metadata.ElementMetadata);
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) && row is { IsComplexType: true } && row.ModelType.IsClass && row.ModelType.GetConstructor([]) is not null
            ? (IModelBinder)Activator.CreateInstance(typeof(RowsBinder<>).MakeGenericType(row.ModelType), context.CreateBinder(row), row)!
            : null;
    }
}

/// <summary>How many rows of a form are read.</summary>
public static class RowLimit
{
    /// <summary>Indexes from here on are ignored.</summary>
    public const int Most = 100;
}
