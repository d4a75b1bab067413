using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>
/// Binds the rows of a form by their own numbers. The framework's binder stops at the first number that is missing and puts
/// null where a number came without fields; then a gap loses all that was typed after it.
/// </summary>
/// <typeparam name="TRow">One row, as typed.</typeparam>
public sealed class RowsBinder<TRow>(IModelBinder row, ModelMetadata metadata) : IModelBinder
    where TRow : class, new()
{
    /// <summary>A number beyond this is no row of a form: it would be answered with as many empty ones before it.</summary>
    private const int Most = 100;

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

/// <summary>Every list of rows that have fields of their own is bound by <see cref="RowsBinder{TRow}"/>.</summary>
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
