using HealthCode.Domain.Rules;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Registers;

/// <summary>Binds the items of a slip by their names, <c>Cells[Address]</c>; whatever else a form sends under the prefix is not looked at. The framework's binder of dictionaries would
/// lose all of them to one odd key.</summary>
public sealed class RegisterCellsBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var cells = new RegisterCells();
        foreach (var field in Enum.GetValues<RegisterField>())
        {
            var name = $"{bindingContext.ModelName}[{field}]";
            if (bindingContext.ValueProvider.GetValue(name) is { Length: > 0 } sent)
            {
                // Kept to the letter, so that the form shows it again.
                bindingContext.ModelState.SetModelValue(name, sent);
                bindingContext.ModelState.MarkFieldValid(name);
                cells[field] = sent.FirstValue;
            }
        }

        bindingContext.Result = ModelBindingResult.Success(cells);
        return Task.CompletedTask;
    }
}
