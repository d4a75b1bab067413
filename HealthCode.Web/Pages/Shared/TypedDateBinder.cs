using HealthCode.Domain.Rules;
using HealthCode.Web.Foundation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Binds DateOnly properties, accepting the formats in which people type dates.</summary>
public sealed class TypedDateBinder : IModelBinder, IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var today = bindingContext.HttpContext.RequestServices.GetRequiredService<OfficeClock>().Today;
        if (!TypedDate.TryParse(typed.FirstValue, today, out var day, out var fault))
        {
            bindingContext.ModelState.AddModelError(bindingContext.ModelName, fault + "。");
        }
        else if (day is not null || bindingContext.ModelMetadata.IsReferenceOrNullableType)
        {
            bindingContext.Result = ModelBindingResult.Success(day);
        }

        return Task.CompletedTask;
    }
}
